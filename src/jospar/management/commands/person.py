"""``jospar person``: the first administrator, and a way in for who has none."""

import argparse
import logging
from uuid import NAMESPACE_OID, uuid5

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext

from jospar.accounts.invitations import invite
from jospar.accounts.models import Person
from jospar.accounts.passwords import hand_over
from jospar.accounts.people import is_address
from jospar.accounts.second_factor import factors_of
from jospar.accounts.security_log import Event, security
from jospar.management.cli import DONE
from jospar.management.options import a_day
from jospar.management.repairing import add_reason, check_reason, record
from jospar.management.schema import ensure_schema
from jospar.procedure.clock import Clock
from jospar.procedure.perform import Order, perform
from jospar.procedure.rehearsal import clock_now
from jospar.procedure.rulesets import ruleset
from jospar.rules.core.offices import COMMAND_LINE, Actor, Office
from jospar.rules.core.ruleset import DEFAULT
from jospar.rules.core.sentences import ToldError, _
from jospar.rules.reference.facts import Appoint, Repair, RepairKind

PURPOSE = _(
    "Add the first persons, give a one-time password or an invitation, or forget the "
    "second factors of who lost them."
)
EXAMPLES = """  jospar person --add a.akhmetova --name "А. Ахметова" \\
    --office administrator
  jospar person --add e.serik --name "Е. Серік" \\
    --office body_officer --body energy
  jospar person --password a.akhmetova --reason "forgotten, seen in person"
  jospar person --invite e.serik --reason "forgotten, asked by letter No. 12"
  jospar person --forget-factors e.serik --reason "phone and codes are lost\""""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--add",
        metavar=gettext("CODE"),
        help=gettext("add a person under this sign-in name"),
    )
    what.add_argument(
        "--password",
        metavar=gettext("CODE"),
        help=gettext("give the person a one-time password"),
    )
    what.add_argument(
        "--invite",
        metavar=gettext("CODE"),
        help=gettext("print a link by which the person sets a password, once"),
    )
    what.add_argument(
        "--forget-factors",
        metavar=gettext("CODE"),
        help=gettext("forget the person's second factors, and end their sessions"),
    )
    add_reason(parser)
    parser.add_argument(
        "--name", metavar=gettext("NAME"), help=gettext("the person's name")
    )
    parser.add_argument(
        "--office",
        choices=tuple(office.value for office in Office),
        metavar=gettext("OFFICE"),
        help=gettext("one of: {offices}").format(offices=", ".join(Office)),
    )
    parser.add_argument(
        "--body",
        default="",
        metavar=gettext("BODY"),
        help=gettext("the code of the body that the office belongs to"),
    )
    parser.add_argument(
        "--email", default="", metavar=gettext("E-MAIL"), help=gettext("for notices")
    )
    parser.add_argument(
        "--from",
        dest="first_day",
        type=a_day,
        metavar=gettext("DAY"),
        help=gettext("the first day of the appointment; default: today"),
    )


def run(options: argparse.Namespace) -> int:
    """Add a person, or repair a way in; print the one-time password or the link."""
    if options.add:
        ensure_schema()
        _hand_over(_added(options))
        return DONE
    reason = check_reason(options)
    ensure_schema()
    # Commands write what went wrong alone; who is let in is told in any case.
    logging.getLogger("jospar.security").setLevel(logging.INFO)
    if options.forget_factors:
        _forget(_known(options.forget_factors), reason)
    elif options.invite:
        _invite(_known(options.invite), reason)
    else:
        person = _known(options.password)
        record(Repair(RepairKind.WAY_IN_GIVEN, reason, person=person.code))
        _hand_over(person)
    return DONE


def _hand_over(person: Person) -> None:
    """Print a one-time password of ``person``."""
    password = hand_over(person, Clock().now())
    print(  # noqa: T201 - the command line speaks
        gettext(
            "One-time password of “{code}”, for 7 days, shown only now: {password}"
        ).format(code=person.code, password=password)
    )


def _invite(person: Person, reason: str) -> None:
    """Print the link by which ``person`` sets a password."""
    if not settings.PUBLIC_URL:
        raise ToldError(_("Write into JOSPAR_URL where people reach the pages."))
    if not person.is_active:
        raise ToldError(
            _("The account of “{code}” is closed; open it on the page of the person."),
            code=person.code,
        )
    record(Repair(RepairKind.WAY_IN_GIVEN, reason, person=person.code))
    token = invite(person, COMMAND_LINE, Clock().now())
    path = reverse("invited", kwargs={"language": person.language, "token": token})
    print(  # noqa: T201 - the command line speaks
        gettext(
            "Link for “{code}”, for 7 days and one use, shown only now: {link}"
        ).format(code=person.code, link=settings.PUBLIC_URL + path)
    )


def _forget(person: Person, reason: str) -> None:
    """Take away what ``person`` lost."""
    count = factors_of(person).count
    record(Repair(RepairKind.FACTORS_FORGOTTEN, reason, person=person.code))
    print(  # noqa: T201 - the command line speaks
        gettext(
            "Second factors of “{code}” that were forgotten: {count}. All sessions "
            "have ended; the next sign-in asks for the password alone."
        ).format(code=person.code, count=count)
    )


def _added(options: argparse.Namespace) -> Person:
    code: str = options.add.lower()
    if not options.name or not options.office:
        raise ToldError(_("To add a person give --name and --office too."))
    if options.email and not is_address(options.email):
        raise ToldError(
            _("“{email}” is not an e-mail address; correct it."), email=options.email
        )
    taken = ToldError(
        _("“{code}” is added already; give --password for a new password."), code=code
    )
    if Person.objects.filter(code=code).exists():
        raise taken
    _appoint(code, options)
    others = {"name": options.name, "email": options.email, "language": options.lang}
    # Somebody may have added the same code since it was looked for.
    person, is_new = Person.objects.get_or_create(others, code=code)
    if not is_new:
        raise taken
    security(Event.ACCOUNT_MADE, account=code)
    return person


def _appoint(code: str, options: argparse.Namespace) -> None:
    """Appoint the person; stopped in between and run again it is the same act."""
    clock = clock_now()
    today = clock.today()
    first_day = options.first_day or today
    appointed = (code, options.office, options.body, first_day)
    order = Order(
        act_id=uuid5(NAMESPACE_OID, f"installation {' '.join(map(str, appointed))}"),
        filing=Appoint(
            code, options.name, Office(options.office), options.body, first_day
        ),
        year=today.year,
        on=today,
        actor=Actor(COMMAND_LINE, Office.ADMINISTRATOR),
        ruleset=ruleset(DEFAULT),
        document="installation",
        imported=True,
    )
    perform(order, clock)


def _known(code: str) -> Person:
    found = Person.objects.filter(code=code.lower()).first()
    if found is None:
        raise ToldError(
            _("There is no person “{code}”; add the person with --add."), code=code
        )
    return found
