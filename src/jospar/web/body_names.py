"""What bodies and recipients are called, for pages of no cycle and the head of each."""

from collections.abc import Mapping
from functools import cached_property

from jospar.procedure.rulesets import rulesets
from jospar.queries.responsible import latest_bodies
from jospar.rules.core.forms import Body

from .wording import Name, body_name


class BodyNames:
    """Names by codes, as the last cycle lists them; asked for once a page needs one."""

    @cached_property
    def _bodies(self) -> Mapping[str, Body]:
        return latest_bodies()

    def __call__(self, code: str, language: str) -> Name:
        """Return the name of the body or recipient; a code that is neither's stays."""
        for rules in rulesets():
            if code in rules.recipients.always:
                return Name(rules.recipients.always[code][language], language)
        body = self._bodies.get(code)
        return body_name(body, language) if body else Name(code, language)
