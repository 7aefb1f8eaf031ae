"""A store as S3 is one, spoken to over HTTP on this machine, for tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from boto3.session import Session
from moto.server import ThreadedMotoServer

KEYS = {
    "AWS_ACCESS_KEY_ID": "jospar",
    "AWS_SECRET_ACCESS_KEY": "of-the-tests",
    "AWS_EC2_METADATA_DISABLED": "true",
}
BUCKET = "papers"


@dataclass(frozen=True, slots=True)
class S3:
    """A store that runs: where it is, and a client that works past Jospar."""

    server: ThreadedMotoServer
    endpoint: str
    client: Any

    @property
    def address(self) -> str:
        """Return what JOSPAR_FILES says of it."""
        return f"s3://{BUCKET}/jospar?endpoint={self.endpoint}"

    def names(self) -> list[str]:
        """Return the names of everything in the bucket."""
        found = self.client.list_objects_v2(Bucket=BUCKET)
        return [one["Key"] for one in found.get("Contents", ())]


@contextmanager
def s3_store() -> Iterator[S3]:
    """Run a store with an empty bucket until the end of the block."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    endpoint = f"http://{host}:{port}"
    session = Session("jospar", "of-the-tests", region_name="us-east-1")
    client = session.client("s3", endpoint_url=endpoint)
    client.create_bucket(Bucket=BUCKET)
    store = S3(server, endpoint, client)
    for name in store.names():  # all such stores of a process are one
        client.delete_object(Bucket=BUCKET, Key=name)
    try:
        yield store
    finally:
        client.close()
        server.stop()
