"""Actions of ``jospar journal`` that keep its past: following it and signing points."""

import argparse
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext

from jospar.documents.words import grouped
from jospar.procedure import checkpoints, journal, reached, shipping
from jospar.procedure.clock import Clock
from jospar.queries.sentences import fill
from jospar.records.file_types import FileError
from jospar.records.kept.faults import StoreError
from jospar.records.models import Work
from jospar.rules.core.deadlines import ASTANA
from jospar.rules.core.sentences import ToldError, _

from .cli import DONE, SOME_REFUSED
from .options import a_number
from .repeating import until_stopped
from .told import tell

EXAMPLES = """  jospar journal follow /mnt/second --every 10
  jospar journal key
  jospar journal checkpoint
  jospar journal tree 147
  jospar journal verify --checkpoints checkpoints.jsonl --public-key jospar.pub"""
_A_DAY = 24 * 60 * 60


def add_actions(actions: Any) -> None:
    """Add the actions to those of ``jospar journal``."""
    follow = actions.add_parser(
        "follow", help=gettext("add to a file elsewhere what came to the journal")
    )
    follow.add_argument(
        "place",
        type=Path,
        metavar=gettext("PLACE"),
        help=gettext("a file, or a directory that it is made in"),
    )
    follow.add_argument(
        "--every",
        type=a_number(1, _A_DAY),
        metavar=gettext("SECONDS"),
        help=gettext("go on until stopped, and look every so many seconds"),
    )
    follow.set_defaults(do=_follow)
    key = actions.add_parser(
        "key",
        help=gettext("make the key of checkpoints; print its public half"),
    )
    key.set_defaults(do=_key)
    checkpoint = actions.add_parser(
        "checkpoint", help=gettext("sign which entry is the last now")
    )
    checkpoint.set_defaults(do=_checkpoint)
    tree = actions.add_parser(
        "tree",
        help=gettext("print the fingerprint that evidence files are compared with"),
    )
    tree.add_argument(
        "number",
        nargs="?",
        type=a_number(1, 999_999_999),
        metavar=gettext("ENTRY"),
        help=gettext("the last entry of the tree; default: the last of all"),
    )
    tree.set_defaults(do=_tree)


def add_proofs(parser: argparse.ArgumentParser) -> None:
    """Let ``verify`` be told of signed checkpoints, and to look at what is new."""
    parser.add_argument(
        "--since-last",
        action="store_true",
        help=gettext("only the entries after those that were verified before"),
    )
    parser.add_argument(
        "--checkpoints",
        type=Path,
        metavar=gettext("FILE"),
        help=gettext("signed checkpoints that the journal is to pass through"),
    )
    parser.add_argument(
        "--public-key",
        type=Path,
        metavar=gettext("FILE"),
        help=gettext("the public key that they were signed for"),
    )


def check_proofs(options: argparse.Namespace) -> None:
    """Check that checkpoints and key are given together, for the whole journal.

    Raises:
        ToldError: when they are not.
    """
    if (options.checkpoints is None) != (options.public_key is None):
        raise ToldError(_("Give --checkpoints and --public-key together."))
    if options.since_last and options.checkpoints:
        raise ToldError(
            _("Give --checkpoints without --since-last: the whole journal is proven.")
        )


class _Follower:
    """Ships the journal to a place, from where the last pass ended."""

    def __init__(self, path: Path, signed: Path) -> None:
        self._path, self._signed = path, signed
        self._shipped: shipping.Shipped | None = None

    def __call__(self, options: argparse.Namespace) -> int:
        """Add what is new, and say so; what stands there is compared at first.

        A file that is missing here keeps no line back: whoever follows goes on.
        """
        shipped, self._shipped = self._shipped, None
        try:
            before = shipped or shipping.standing(self._path)
            self._shipped, faults = self._ship(before)
            shipping.ship_lines(settings.CHECKPOINTS, self._signed)
        except journal.JournalError as error:
            tell(fill(error.message, error.values, options.lang))
            return SOME_REFUSED
        for fault in faults:
            tell(fill(fault.message, fault.values, options.lang))
        if shipped is None or self._shipped.number > before.number:
            reached.note(Work.SHIPPED, self._shipped.number, self._shipped.hash)
            _say(
                gettext("Entries added: {count}; shipped up to entry {number}.").format(
                    count=self._shipped.number - before.number,
                    number=self._shipped.number,
                )
            )
        return SOME_REFUSED if faults and options.every is None else DONE

    def _ship(
        self, before: shipping.Shipped
    ) -> tuple[shipping.Shipped, list[FileError]]:
        """Ship on; whoever waits for a store that is away compares nothing anew."""
        try:
            return shipping.ship(self._path, before)
        except StoreError:
            self._shipped = before
            raise


def _follow(options: argparse.Namespace) -> int:
    path, signed = shipping.places(options.place)
    with shipping.alone(path):
        follower = _Follower(path, signed)
        if options.every is None:
            return follower(options)
        return until_stopped(options.every, follower, options)


def _key(options: argparse.Namespace) -> int:
    path = _key_path()
    if not path.exists():
        checkpoints.make_key(path)
    _say(checkpoints.public_text(checkpoints.private_key(path)).strip())
    return DONE


def _checkpoint(options: argparse.Namespace) -> int:
    key = checkpoints.private_key(_key_path())
    moment = Clock().now()
    checkpoint = checkpoints.sign(key, moment)
    checkpoints.add(settings.CHECKPOINTS, checkpoint)
    _say(
        gettext("Entry {number} is signed as the last at {moment}.").format(
            number=checkpoint.point.number,
            moment=moment.astimezone(ASTANA).strftime("%Y-%m-%d %H:%M"),
        )
    )
    _say(checkpoint.point.hash)
    return DONE


def _tree(options: argparse.Namespace) -> int:
    journal.verify(journal.entries())
    tree = checkpoints.journal_tree()
    number = options.number or len(tree)
    if not 1 <= number <= len(tree):
        raise ToldError(
            _("The journal has {count} entries; name one of them."), count=len(tree)
        )
    _say(
        gettext("The tree up to entry {number}: {digits}").format(
            number=number, digits=grouped(tree.root(number))
        )
    )
    return DONE


def _key_path() -> Path:
    """Return where the key is, or is to be.

    Raises:
        ToldError: when the settings do not say.
    """
    if not settings.CHECKPOINT_KEY:
        raise ToldError(
            _(
                "Say in JOSPAR_CHECKPOINT_KEY in which file the signing key is kept, "
                "best on a medium that the database’s administrator does not have."
            )
        )
    return Path(settings.CHECKPOINT_KEY)


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - the command line speaks
