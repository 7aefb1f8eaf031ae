"""Second factors: who needs one, what is held, and how it is forgotten."""

import pytest
from allauth.core.context import request_context
from allauth.mfa.models import Authenticator
from django.test import Client, RequestFactory
from django.utils.http import int_to_base36
from pytest_django import Settings

from jospar.accounts.second_factor import (
    Adapter,
    factors_of,
    forget_factors,
    has_factor,
    must_have_factor,
)
from jospar.rules.core.offices import Office
from tests.web.second_factors import give_app, person

pytestmark = pytest.mark.django_db

PLANNER, HEAD = "planner", "head"


@pytest.mark.parametrize(
    ("offices", "must"), [([], False), ([PLANNER], False), ([PLANNER, HEAD], True)]
)
def test_one_office_that_needs_a_factor_is_enough(
    settings: Settings, offices: list[str], must: bool
) -> None:
    """Whoever holds none of those needs none."""
    settings.SECOND_FACTOR = frozenset({Office.HEAD})
    assert must_have_factor(offices) is must
    settings.SECOND_FACTOR = frozenset()
    assert must_have_factor(offices) is False


def test_recovery_codes_alone_are_no_factor() -> None:
    """They stand in for one; those of somebody else do not count."""
    her, him = person(), person("b.ospanov")
    app = give_app(him)
    assert (has_factor(her), has_factor(him)) == (False, True)
    app.delete()
    held = factors_of(him)
    assert (has_factor(him), held.count, held.codes_left) == (False, 0, 10)


def test_what_is_held_is_found_by_its_number() -> None:
    """The app and the passkeys; not the codes, nor what is not there."""
    her = person()
    app = give_app(her)
    key = Authenticator.objects.create(user=her, type="webauthn", data={"name": "a"})
    held = factors_of(her)
    assert held.codes is not None
    assert held.count == 2
    assert [held.numbered(one) for one in (app.pk, key.pk, held.codes.pk, 0)] == [
        *(app, key, None, None),
    ]


def test_factors_are_forgotten() -> None:
    """All of them, with every session."""
    her = person()
    give_app(her)
    assert factors_of(her).any
    browser = Client()
    browser.force_login(her)
    browser.get("/en/password/")
    forget_factors(her)
    assert not factors_of(her).any
    assert "_auth_user_id" not in browser.session


def test_what_factors_are_called() -> None:
    """The house by its name, the person by the sign-in name, and never by a mail."""
    her = person()
    her.email = "a@example.kz"
    adapter = Adapter()
    request = RequestFactory().get("/", headers={"host": "localhost:8000"})
    with request_context(request):
        house = adapter.get_public_key_credential_rp_entity()
    whose = adapter.get_public_key_credential_user_entity(her)
    assert adapter.build_totp_url(her, "A") == (
        "otpauth://totp/a.akhmetova?secret=A&issuer=Jospar"
    )
    assert house == {"id": "localhost", "name": "Jospar"}
    assert whose == {
        "id": int_to_base36(her.pk).encode(),
        "name": "a.akhmetova",
        "display_name": "А. Ахметова",
    }
