"""Serving: what is refused, and what is said."""

import socket

import pytest
from django.utils.translation import override

from jospar.web.serve import ServeError, serve


@pytest.mark.parametrize(
    ("host", "family"),
    [
        ("127.0.0.1", socket.AF_INET),
        ("localhost", socket.AF_INET),
        ("::1", socket.AF_INET6),
    ],
)
def test_a_taken_port_is_one_clear_line(host: str, family: int) -> None:
    """The port is named, and what to do."""
    with socket.create_server((host, 0), family=family) as taken:
        port = taken.getsockname()[1]
        with override("ru"), pytest.raises(ServeError) as refused:
            serve(host, port)
    assert str(refused.value) == f"Порт {port} занят: выберите другой."


def test_an_address_that_cannot_be_opened_is_one_clear_line() -> None:
    """The pages may be served to others, where the address is this machine's."""
    with override("en"), pytest.raises(ServeError) as refused:
        serve("192.0.2.1", 8000)
    assert str(refused.value) == (
        "192.0.2.1:8000 could not be opened (Cannot assign requested address): choose "
        "another address or port."
    )
