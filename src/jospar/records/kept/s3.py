"""Files in an S3-compatible store, under ``prefix/ab/<sha256>`` of a bucket.

Such a store shows an object when the whole of it came, with the sum that was signed,
and never a part. Keys are found as by all programs of such stores: in AWS_ACCESS_KEY_ID
and AWS_SECRET_ACCESS_KEY, or the file that AWS_SHARED_CREDENTIALS_FILE names.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlsplit

from boto3.session import Session
from botocore.config import Config
from botocore.exceptions import (
    BotoCoreError,
    ClientError,
    NoCredentialsError,
    PartialCredentialsError,
)

from jospar.rules.core.sentences import _

from .faults import StoreError
from .names import is_sha256

_REGION = "us-east-1"
"""What stores that have no regions take for one."""
_GONE = frozenset({"404", "NoSuchKey"})
_REFUSED = frozenset(
    {"401", "403", "AccessDenied", "InvalidAccessKeyId", "SignatureDoesNotMatch"}
)
_SETTINGS = Config(
    signature_version="s3v4",
    # Someone waits, and the journal with them.
    connect_timeout=3,
    read_timeout=20,
    retries={"mode": "standard", "total_max_attempts": 2},
    # The sum of the content is signed: what came otherwise is refused by any store.
    # Newer sums of boto3's own are refused by some.
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
    s3={"payload_signing_enabled": True, "addressing_style": "path"},
)


class Store:
    """A bucket of the store at ``s3://bucket/prefix?endpoint=https://…``."""

    def __init__(self, address: str) -> None:
        url = urlsplit(address)
        endpoint = parse_qs(url.query).get("endpoint", [None])[-1]
        session = Session()
        self._bucket = url.netloc
        self._prefix = url.path.strip("/") and f"{url.path.strip('/')}/"
        self._client: Any = session.client(
            "s3",
            region_name=session.region_name or _REGION,
            endpoint_url=endpoint,
            config=_SETTINGS,
        )

    def put(self, sha256: str, content: bytes) -> None:
        """Upload ``content``; the store takes it whole or not at all."""
        with self._told():
            self._client.put_object(**self._object(sha256), Body=content)

    def get(self, sha256: str) -> bytes:
        """Download what is kept."""
        with self._told(sha256):
            answer = self._client.get_object(**self._object(sha256))
            content: bytes = answer["Body"].read()
        return content

    def has(self, sha256: str) -> bool:
        """Ask for its size alone."""
        try:
            with self._told(sha256):
                self._client.head_object(**self._object(sha256))
        except FileNotFoundError:
            self._check_bucket()
            return False
        return True

    def all(self) -> Iterator[str]:
        """Yield the names of the objects that stand where they belong."""
        pages = self._client.get_paginator("list_objects_v2")
        with self._told():
            for page in pages.paginate(Bucket=self._bucket, Prefix=self._prefix):
                for found in page.get("Contents", ()):
                    name = found["Key"].rpartition("/")[2]
                    if is_sha256(name) and found["Key"] == self._key(name):
                        yield name

    def place(self, sha256: str) -> str:
        """Return its address."""
        return f"s3://{self._bucket}/{self._key(sha256)}"

    def _check_bucket(self) -> None:
        """Tell a missing object from a missing bucket, which look alike at first."""
        with self._told():
            self._client.list_objects_v2(Bucket=self._bucket, MaxKeys=1)

    def _key(self, sha256: str) -> str:
        return f"{self._prefix}{sha256[:2]}/{sha256}"

    def _object(self, sha256: str) -> dict[str, str]:
        return {"Bucket": self._bucket, "Key": self._key(sha256)}

    @contextmanager
    def _told(self, sha256: str = "") -> Iterator[None]:
        """Turn what the store says into a sentence with its cure.

        Raises:
            FileNotFoundError: when the one object that is asked for is not there.
            StoreError: otherwise.
        """
        try:
            yield
        except ClientError as error:
            code = str(error.response.get("Error", {}).get("Code", ""))
            if sha256 and code in _GONE:
                raise FileNotFoundError(self.place(sha256)) from error
            raise self._refusal(code, str(error)) from error
        except (NoCredentialsError, PartialCredentialsError) as error:
            raise self._refusal("AccessDenied", "") from error
        except (BotoCoreError, OSError) as error:
            raise self._silence(str(error)) from error

    def _refusal(self, code: str, said: str) -> StoreError:
        if code == "NoSuchBucket":
            return StoreError(
                _(
                    "The store of files has no bucket “{bucket}”: make it, or correct "
                    "JOSPAR_FILES."
                ),
                bucket=self._bucket,
            )
        if code in _REFUSED:
            return StoreError(
                _(
                    "The store of files refuses the keys for the bucket “{bucket}”: "
                    "correct AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or what "
                    "they may do."
                ),
                bucket=self._bucket,
            )
        return self._silence(said)

    def _silence(self, said: str) -> StoreError:
        return StoreError(
            _(
                "The store of files does not do what it is asked: {error}. Nothing "
                "was kept or shown; try again later, and tell the administrator."
            ),
            error=" ".join(said.split()).rstrip("."),
        )
