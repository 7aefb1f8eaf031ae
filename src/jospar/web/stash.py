"""What was typed into a page and could not be taken: kept until it can be."""

from urllib.parse import urlsplit

from django.core.signing import BadSignature, SignatureExpired
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.http import url_has_allowed_host_and_scheme

from jospar.accounts.models import Person

LIMIT = 1_000_000
"""How many characters are kept; files are not."""

_STASH = "stash"
_WHO = "jospar_person"
"""The cookie that says, signed, who was signed in last in this browser."""
_WHO_LASTS = 7 * 24 * 60 * 60
_SECRET = ("csrfmiddlewaretoken", "current", "password", "repeated")
"""Fields that are kept nowhere."""


def keep(request: HttpRequest) -> bool:
    """Keep what was sent until its person comes back; tell whether it was kept.

    Nothing is kept of somebody who was not signed in here before, nor of what another
    site sent.
    """
    owner = _owner(request)
    if request.method != "POST" or owner is None or not _own_page(request):
        return False
    typed = request.POST.copy()
    for name in _SECRET:
        typed.pop(name, None)
    text = typed.urlencode()
    if len(text) > LIMIT:
        return False
    request.session[_STASH] = {
        "person": owner,
        "page": urlsplit(came_from(request)).path,
        "typed": text,
    }
    return True


def is_kept(request: HttpRequest) -> bool:
    """Tell whether something that was typed waits for its person."""
    return _STASH in request.session


def take_stash(request: HttpRequest) -> QueryDict | None:
    """Return what the person had typed into this page before; once."""
    stash = request.session.get(_STASH)
    if stash is None or stash["page"] != request.path:
        return None
    del request.session[_STASH]
    if not isinstance(request.user, Person) or stash["person"] != request.user.code:
        return None
    return QueryDict(stash["typed"])


def remember(request: HttpRequest, response: HttpResponse, person: Person) -> None:
    """Let this browser know who was signed in, and drop what somebody else typed."""
    stash = request.session.get(_STASH)
    if stash is not None and stash["person"] != person.code:
        del request.session[_STASH]
    response.set_signed_cookie(
        _WHO,
        person.code,
        max_age=_WHO_LASTS,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


def came_from(request: HttpRequest) -> str:
    """Return the page to come back to: what was asked for, or where it was sent from.

    What is sent from a page of ours goes back to that page, query and all.
    """
    if request.method in {"GET", "HEAD"} and "HX-Request" not in request.headers:
        return request.get_full_path()
    page = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(page, {request.get_host()}):
        return request.get_full_path()
    parts = urlsplit(page)
    address = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return safe_address(address) or request.get_full_path()


def safe_address(address: str) -> str | None:
    """Return ``address`` where it leads to a page of ours, without naming a site."""
    ours = address.startswith("/") and url_has_allowed_host_and_scheme(address, None)
    return address if ours else None


def _owner(request: HttpRequest) -> str | None:
    if isinstance(request.user, Person):
        return request.user.code
    try:
        return request.get_signed_cookie(_WHO, max_age=_WHO_LASTS)
    except (KeyError, BadSignature, SignatureExpired):
        return None


def _own_page(request: HttpRequest) -> bool:
    """Tell whether a page of ours sent the request, as far as the browser says."""
    origin = request.headers.get("Origin")
    ours = f"{request.scheme}://{request.get_host()}"
    return origin in {None, ours} and request.headers.get(
        "Sec-Fetch-Site", "same-origin"
    ) in {"same-origin", "none"}
