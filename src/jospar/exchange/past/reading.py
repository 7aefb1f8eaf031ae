"""A review out of the files that a person hands over: the door of this package."""

from collections.abc import Sequence

from jospar.exchange.annexes.values import KnownBody
from jospar.rules.core.ruleset import Ruleset
from jospar.rules.core.sentences import ToldError, _

from .bodies import with_bodies
from .review import Review
from .review_sheets import is_review, review_in
from .reviewing import review_of

DOCUMENTS = 2
"""A plan is one document with both languages, or one for each."""
_NO_FILE = _("Choose the document of the plan, or both if each language has its own.")
_TOO_MANY = _(
    "Choose {most} documents at most, one in Kazakh and one in Russian, and one "
    "corrected review beside them."
)


def read_review(
    files: Sequence[tuple[bytes, str]], ruleset: Ruleset, known: tuple[KnownBody, ...]
) -> Review:
    """Return the review that files hold: what each holds, and its name.

    A review that was written before and corrected comes before the documents, which
    are then kept beside it and not read again.

    Raises:
        ToldError: a file cannot be read, or they are other than those of one plan.
    """
    reviews = [one for one in files if is_review(*one)]
    documents = [one for one in files if one not in reviews]
    if not files:
        raise ToldError(_NO_FILE)
    if len(documents) > DOCUMENTS or len(reviews) > 1:
        raise ToldError(_TOO_MANY, most=DOCUMENTS)
    if reviews:
        return with_bodies(review_in(*reviews[0]), known)
    return review_of(documents, ruleset, known)
