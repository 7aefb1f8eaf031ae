"""A plan as JSON, for machines."""

import json

from jospar.rules.core.forms import FORM_LANGUAGES, PlanEdition
from jospar.rules.core.nouns import Text


def plan_json(edition: PlanEdition) -> bytes:
    """Return the plan with where it stands, as indented UTF-8 JSON.

    Only a plan that a rehearsal made says ``rehearsal``, only an amended one on what
    ground it was ``amended``.
    """
    content = edition.form.content()
    groups = content.pop("groups")
    mark: dict[str, object] = {"rehearsal": True} if edition.rehearsal else {}
    if edition.amended != Text():
        mark["amended"] = {name: edition.amended[name] for name in FORM_LANGUAGES}
    plan = content | {
        "stage": edition.stage.value,
        "revision": edition.revision,
        "fingerprint": edition.fingerprint,
        **mark,
        "groups": groups,
    }
    return (json.dumps(plan, ensure_ascii=False, indent=1) + "\n").encode()
