"""A plan as JSON, for machines."""

import json

from jospar.rules.core.forms import PlanEdition


def plan_json(edition: PlanEdition) -> bytes:
    """Return the plan with where it stands, as indented UTF-8 JSON.

    Only a plan that a rehearsal made says ``rehearsal``.
    """
    content = edition.form.content()
    groups = content.pop("groups")
    mark = {"rehearsal": True} if edition.rehearsal else {}
    plan = content | {
        "stage": edition.stage.value,
        "revision": edition.revision,
        "fingerprint": edition.fingerprint,
        **mark,
        "groups": groups,
    }
    return (json.dumps(plan, ensure_ascii=False, indent=1) + "\n").encode()
