"""Whom every address is for, and who may read which mark of the record: the one table.

It follows ``offices.toml``: what an office sees opens pages, what it does opens forms.
"""

from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from jospar.rules.core.offices import OF_ONE_BODY, Office, Sight, offices_of, sees
from jospar.rules.registry import ACTS
from jospar.web.views.act import ELSEWHERE
from tests.rules.made import YEAR
from tests.web.walk import Walker, address
from tests.web.whole_record import OTHER, OWNER, THIRD, Record

EVERY = frozenset(Office)


def seeing(*sights: Sight) -> frozenset[Office]:
    """Return the offices that see any of ``sights``."""
    return frozenset(o for o in Office if any(sees(o, sight) for sight in sights))


class Gate(NamedTuple):
    """Whom an address is for: the others are told so, or find nothing there.

    ``offices`` open the page, None lets in who has not signed in too. ``of_record``
    are those of them that see the record of the example, and with ``bodies`` those of
    one body that do. ``answer`` is what they are sent, or ``inside`` once signed in.
    """

    offices: frozenset[Office] | None = EVERY
    of_record: frozenset[Office] = EVERY
    bodies: tuple[str, ...] | None = None
    answer: int = 200
    inside: int | None = None
    methods: str = "GET"

    def expected(self, walker: Walker) -> int:
        """Return the status that the walker is answered with."""
        if self.offices is None:
            return self.answer if walker is None else self.inside or self.answer
        if walker is None:
            return 302
        office, body = walker
        if office not in self.offices:
            return 403
        if office not in self.of_record:
            return 404
        if (
            self.bodies is not None
            and office in OF_ONE_BODY
            and body not in self.bodies
        ):
            return 404
        return self.answer


PLANS = seeing(
    *(Sight.DRAFT_PLANS, Sight.COMMISSION_PAPERS, Sight.PRESIDENT_PAPERS),
    *(Sight.AGREED_PLANS, Sight.SENT_TO_US),
)
AGREED = Gate(PLANS, bodies=(OWNER, OTHER, "parliament"))
TREATIES = seeing(Sight.ALL_CONCEPTS, Sight.AGREED_PLANS)
CONCEPTS = seeing(Sight.OWN_PAPERS, Sight.ALL_CONCEPTS)
OPEN_CONCEPTS = CONCEPTS | seeing(Sight.COMMISSION_PAPERS, Sight.PRESIDENT_PAPERS)
AMENDMENTS = OPEN_CONCEPTS
"""Every office of them has to do with how agreed plans are amended."""
WRITERS = offices_of("intake.submit_concept")
BRING_IN = Gate(offices_of("plans.bring_in"), methods="GET POST")
COMMISSION = Gate(seeing(Sight.COMMISSION_PAPERS))
FIGURES, PEOPLE = Gate(seeing(Sight.FIGURES)), Gate(seeing(Sight.PEOPLE))
PRESIDENT = Gate(seeing(Sight.PRESIDENT_PAPERS))
OUTBOX = Gate(seeing(Sight.OUTBOX), methods="GET POST")
OF_OWNER = Gate(CONCEPTS, bodies=(OWNER,))
DRAFT = Gate(WRITERS, frozenset({Office.BODY_OFFICER}), (OWNER,), methods="GET POST")

OWN = (OWNER,)

GATES: dict[str, Gate] = {
    "best-language": Gate(None, answer=302),
    "latest": Gate(answer=302),
    "sign-in": Gate(None, inside=302, methods="GET POST"),
    "sign-out": Gate(None, answer=302, methods="POST"),
    "provider": Gate(None, answer=404),
    "provider-answer": Gate(None, answer=404),
    "invited": Gate(None, methods="GET POST"),
    "mfa_authenticate": Gate(None, answer=302),
    "second-factor": Gate(None, answer=302, methods="GET POST"),
    "passkey": Gate(None, inside=302, methods="GET POST"),
    "security": Gate(methods="GET POST"),
    "security-confirm": Gate(methods="GET POST"),
    "security-app": Gate(answer=302, methods="GET POST"),
    "security-passkey": Gate(answer=302, methods="GET POST"),
    "security-codes": Gate(answer=302, methods="GET POST"),
    "password": Gate(methods="GET POST"),
    "office": Gate(of_record=frozenset(), methods="POST"),
    "seat": Gate(None, answer=404, methods="POST"),
    "rehearse": Gate(None, answer=422, methods="POST"),
    "readings": Gate(seeing(Sight.READINGS)),
    "people": PEOPLE,
    "person-add": PEOPLE._replace(methods="GET POST"),
    "person": PEOPLE._replace(methods="GET POST"),
    "help": Gate(None),
    "installation": Gate(seeing(Sight.INSTALLATION)),
    "health-live": Gate(None),
    "health-ready": Gate(None),
    "health-worker": Gate(None),
    "metrics": Gate(None, answer=404),
    "notices": Gate(),
    "notices-read": Gate(answer=302, methods="POST"),
    "calendar": Gate(methods="GET POST"),
    "calendar-feed": Gate(None),
    "start": Gate(),
    "bring-in": BRING_IN,
    "bring-in-review": BRING_IN,
    "bring-in-sheet": BRING_IN._replace(methods="GET"),
    "carrying": Gate(seeing(Sight.CARRYING_OUT, Sight.OWN_PAPERS)),
    "control": Gate(
        seeing(Sight.CARRYING_OUT, Sight.OWN_PAPERS, Sight.PRESIDENT_PAPERS)
    ),
    "treaty": Gate(TREATIES),
    "plan": Gate(PLANS),
    "plan-revisions": Gate(PLANS),
    "plan-original": AGREED._replace(methods="GET POST"),
    "verify": Gate(PLANS, methods="GET POST"),
    "occasions": Gate(seeing(Sight.OCCASIONS)),
    "concept": Gate(OPEN_CONCEPTS, CONCEPTS, (OWNER,)),
    "act": Gate(EVERY, CONCEPTS, (OWNER,), methods="GET POST"),
    "act-many": Gate(CONCEPTS, methods="GET POST"),
    "write": Gate(WRITERS, methods="GET POST"),
    "write-again": Gate(WRITERS, bodies=(OWNER,), answer=302, methods="POST"),
    "rows-again": Gate(CONCEPTS),
    "row-again": Gate(WRITERS, bodies=(OTHER,), methods="GET POST"),
    "report-none": Gate(WRITERS, methods="GET POST"),
    "concept-form": Gate(WRITERS),
    "draft": DRAFT,
    "draft-away": DRAFT._replace(methods="POST"),
    "draft-form": DRAFT._replace(methods="GET"),
    "draft-file-concept": DRAFT,
    "draft-files": DRAFT._replace(methods="POST"),
    "draft-file": DRAFT._replace(methods="GET"),
    "receipt": OF_OWNER,
    "receipt-docx": OF_OWNER,
    "file": Gate(EVERY, CONCEPTS, (OWNER,)),
    "evidence": Gate(EVERY, CONCEPTS, (OWNER,)),
    "amendments": Gate(AMENDMENTS),
    "dossier": Gate(AMENDMENTS, CONCEPTS | seeing(Sight.PRESIDENT_PAPERS), OWN),
    "answers": Gate(seeing(Sight.ANSWERS)),
    "concepts": Gate(CONCEPTS),
    "rules": FIGURES,
    "rules-report": FIGURES,
    "rules-report-pdf": FIGURES,
    "rules-behind": Gate(seeing(Sight.FIGURES), seeing(Sight.ALL_CONCEPTS)),
    "laboratory": FIGURES,
    "journal": Gate(seeing(Sight.JOURNAL)),
    "journal-entry": Gate(seeing(Sight.JOURNAL)),
    "journal-entry-json": Gate(seeing(Sight.JOURNAL)),
    "docx": AGREED,
    "pdf": AGREED,
    "xlsx": AGREED,
    "json": AGREED,
    "xml": AGREED,
    "revision": AGREED,
    "amendment-sheet": AGREED._replace(bodies=(OWNER, OTHER)),
    "amendment-draft": Gate(seeing(Sight.DRAFT_PLANS)),
    "sheet": Gate(seeing(Sight.DRAFT_PLANS, Sight.COMMISSION_PAPERS)),
    "commission": COMMISSION,
    "commission-decide": Gate(methods="GET POST"),
    "commission-extracts": COMMISSION,
    "commission-extract": COMMISSION,
    "disagreements": COMMISSION,
    "reference": Gate(seeing(Sight.REFERENCE)),
    "outbox": OUTBOX,
    "outbox-paper": OUTBOX,
    "outbox-docx": OUTBOX._replace(methods="GET"),
    "outbox-link": OUTBOX._replace(methods="POST"),
    "president": PRESIDENT,
    "president-pdf": PRESIDENT,
    "received": Gate(None, methods="GET POST"),
    "received-plan": Gate(None),
}
REVIEW = seeing(Sight.REVIEW_PAPERS)
SENDERS = REVIEW | seeing(Sight.OUTBOX)
FILED = seeing(Sight.ALL_CONCEPTS)
LISTED = FILED | seeing(Sight.COMMISSION_PAPERS)
"""What waits is listed on the sheet that goes to the Commission with the drafts."""
MARKS: dict[str, tuple[frozenset[Office], tuple[str, ...]]] = {
    "mark-key": (LISTED, OWN),
    "mark-title": (LISTED, OWN),
    "mark-purpose": (FILED, OWN),
    "mark-file": (FILED, OWN),
    "mark-question": (FILED, OWN),
    "mark-asked": (seeing(Sight.OCCASIONS), OWN),
    "mark-unsent": (FILED, OWN),
    "mark-department": (REVIEW, ()),
    "mark-opinion": (REVIEW, ()),
    "mark-prepared": (REVIEW, ()),
    "mark-reasons": (SENDERS, ()),
    "mark-signer": (SENDERS, ()),
    "mark-number": (SENDERS, ()),
    "mark-draft": (frozenset(), OWN),
    "mark-scan": (frozenset(), OWN),
    "mark-remark": (seeing(Sight.COMMISSION_PAPERS), ()),
    "mark-grounds": (FILED | seeing(Sight.PRESIDENT_PAPERS), OWN),
    "mark-carried": (seeing(Sight.CARRYING_OUT), (OTHER, THIRD)),
    "mark-row": (FILED | seeing(Sight.COMMISSION_PAPERS), (OTHER, THIRD)),
}
"""Words of the record that stand nowhere else: which offices, and bodies, see them."""


FILES = {"file", "draft-file"}
"""Addresses of what was attached, which read like those of pages."""
READERS: tuple[Walker, ...] = (
    None,
    (Office.BODY_OFFICER, OWNER),
    (Office.HEAD, ""),
    (Office.REGISTRAR, ""),
    (Office.PLANNER, ""),
    (Office.AUDITOR, ""),
    (Office.ADMINISTRATOR, ""),
)
"""With them, every page is somebody's."""


def pages_of(record: Record, walker: Walker, language: str) -> Iterator[str]:
    """Yield the pages that open to the walker, forms of acts among them."""
    for name, gate in GATES.items():
        path = address(name, record, language=language)
        opens = "GET" in gate.methods and gate.expected(walker) == 200
        if opens and urlsplit(path).path.endswith("/") and name not in FILES:
            yield path
    if walker is None:
        return
    key = record.things[OWNER if walker[1] == OWNER else OTHER].key
    for act in ACTS:
        if walker[0] in act.by and act.code not in ELSEWHERE:
            yield f"/{language}/{YEAR}/acts/{act.code}/?key={key}"


def once_each(record: Record, language: str) -> list[tuple[Walker, list[str]]]:
    """Return every page once, with somebody to whom it opens."""
    known: set[str] = set()
    found: list[tuple[Walker, list[str]]] = []
    for walker in READERS:
        paths = [p for p in pages_of(record, walker, language) if p not in known]
        known.update(paths)
        found.append((walker, paths))
    return found
