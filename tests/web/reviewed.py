"""A review of a past plan as a browser sends it, and one of many rows."""

import re
from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from types import MappingProxyType
from typing import Any

from django.test import Client

from jospar.exchange.past.review import Review, ReviewBody, ReviewRow
from jospar.rules.core.offices import Actor, Office
from jospar.web.bringing.drafts import begin
from tests.exchange.annexes import treaties

_SELECT = r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>'
_AREA = r'<textarea[^>]*name="([^"]*)"[^>]*>(.*?)</textarea>'
_NOTHING: Mapping[str, str] = MappingProxyType({})


def form_of(text: str) -> dict[str, str]:
    """Return what the form of the page would send, buttons apart."""
    found: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", text):
        said = dict(re.findall(r'([a-z-]+)="([^"]*)"', tag))
        ticked = said.get("type") != "checkbox" or " checked" in tag
        if "name" in said and ticked and said.get("type") != "number":
            found[unescape(said["name"])] = unescape(said.get("value", ""))
    for name, inner in re.findall(_SELECT, text, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', inner)
        first = re.search(r'<option value="([^"]*)"', inner)
        found[name] = (chosen or first)[1]  # type: ignore[index] # every choice has one
    for name, inner in re.findall(_AREA, text, re.DOTALL):
        found[name] = unescape(inner)
    found.pop("csrfmiddlewaretoken", None)
    return found


def press(desk: Client, path: str, do: str, typed: Mapping[str, str] = _NOTHING) -> Any:
    """Send the form of a review as it stands, with some fields typed anew."""
    sent = form_of(desk.get(path).content.decode()) | dict(typed)
    return desk.post(path, sent | {"do": do})


def looked_at(desk: Client, path: str) -> dict[str, str]:
    """Return the ticks that say that everything of the first page was looked at."""
    text = desk.get(path).content.decode()
    return dict.fromkeys(re.findall(r'name="((?:\d+\.)?accepted)"', text), "yes")


def of_many(rows: int) -> str:
    """Return the address of a review of so many long rows without a doubt."""
    wording = ReviewRow(
        level="intergovernmental",
        proposers="transport; energy",
        title_kk=treaties.ROADS.kk * 2,
        title_ru=treaties.ROADS.ru * 2,
        conclude_from="2022-01-01",
        conclude_to="2022-12-31",
        procedure="none",
        read_kk=("1", treaties.ROADS.kk * 2, "2022 жыл"),
        read_ru=("1", treaties.ROADS.ru * 2, "2022 год"),
    )
    review = Review(
        plan="current",
        year="2021",
        rows=tuple(
            replace(wording, key=f"P-{number}", title_kk=f"{wording.title_kk} {number}")
            for number in range(1, rows + 1)
        ),
        bodies=tuple(
            ReviewBody(body.code, body.code, body.names[0].kk, body.names[0].ru)
            for body in treaties.BODIES
        ),
    )
    draft = begin(review, (), Actor("planner", Office.PLANNER, ""))
    return f"/en/bring-in/{draft.uuid}/"
