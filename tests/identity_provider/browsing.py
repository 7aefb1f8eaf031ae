"""A browser that signs in at Jospar by the provider."""

import re

from django.test import Client

ASK, ANSWER = "/en/sign-in/provider/", "/sign-in/provider/"
NOT_THIS = "does not belong to this sign-in"
"""What is said of an answer that was used, or begun elsewhere."""


def browser() -> Client:
    """Return a browser in which pages were read in English."""
    client = Client()
    client.cookies["jospar_language"] = "en"
    return client


def begun(client: Client, goal: str = "") -> str:
    """Follow the button; return where it leads."""
    answer = client.get(ASK, {"next": goal})
    assert answer.status_code == 302, answer.content
    return answer["Location"]


def came_back(client: Client, path: str) -> tuple[int, str]:
    """Bring the provider's answer; return the status, and where it leads or says."""
    answer = client.get(path)
    said = re.search(r"</h1>\s*<p>([^<]*)<", answer.content.decode())
    return answer.status_code, answer.get("Location") or (said[1] if said else "")


def is_in(client: Client) -> bool:
    """Tell whether somebody is signed in."""
    return "_auth_user_id" in client.session
