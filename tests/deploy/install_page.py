"""Who installs Jospar by the page for administrators, command by command."""

import re
import shutil
import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from tests.deploy.machine import Machine
from tests.deploy.tls import certificate

PAGE = Path(__file__).parents[2] / "docs" / "administrators" / "install.md"
PASSWORD = "of-this-machine"  # noqa: S105 - it ends with the test
_CLUSTER = "15-main"
"""What Debian makes of PostgreSQL when it is installed."""


def steps() -> Mapping[int, Sequence[str]]:
    """Return the shell blocks of the page by the numbers of its steps."""
    first, *others = re.split(r"^## ", PAGE.read_text(), flags=re.MULTILINE)
    assert "```sh" not in first
    blocks = re.compile(r"^```sh\n(.*?)^```", re.DOTALL | re.MULTILINE)
    return {int(text[0]): blocks.findall(text) for text in others if text[0].isdigit()}


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who does on ``machine`` what the page says.

    What it leaves to them has a stand-in: a certificate of a day, a mail server on
    ``mail_port`` that is spoken to in plain text, a password of the database.
    """

    machine: Machine
    bundle: Path
    mail_port: int

    def installs(self) -> None:
        """Step 1: the bundle is there, and so are the packages of Debian."""
        shutil.copy(self.bundle, self.machine.root / "root")
        version = self.bundle.name.removeprefix("jospar-").removesuffix("-bundle.tar")
        _make, install = steps()[1]
        said = self.machine.run(install.replace("VERSION", version))
        assert said.endswith(f"\n{version}\n")

    def prepares(self, *, postgresql: bool) -> None:
        """Step 2: the user, the places, the settings, the secrets, the database."""
        places, database = steps()[2]
        self.machine.run(places)
        self._keeps("MAIL", f"smtp://127.0.0.1:{self.mail_port}")
        if postgresql:
            self.machine.run(f"systemctl start postgresql@{_CLUSTER}")
            as_its_user = f"cd /; runuser -u postgres -- sh -ec {quote(database)}"
            self.machine.run(as_its_user, typed=f"{PASSWORD}\n" * 2)
            where = f"postgresql://jospar:{PASSWORD}@127.0.0.1/jospar"
            self._keeps("DATABASE_URL", where)

    def adds_the_first(self) -> str:
        """Step 3: return the one-time password of the first administrator."""
        (add,) = steps()[3]
        return self.machine.run(add).split()[-1]

    def starts(self) -> ssl.SSLContext:
        """Steps 4 and 5: the services and nginx; return who trusts its certificate."""
        (services,) = steps()[4]
        self.machine.run(services)
        place, reload = steps()[5]
        self.machine.run(place)
        trusted = certificate(self.machine.root / "etc/jospar/tls")
        self.machine.run(reload)
        return trusted

    def _keeps(self, name: str, secret: str) -> None:
        place = f"/etc/jospar/secrets/{name}"
        self.machine.run(f"umask 077; cat > {place}", typed=secret)
