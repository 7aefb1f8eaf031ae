"""The rulesets of an installation: our own, and an administrator's before them."""

from pathlib import Path

import pytest
from pytest_django import Settings

from jospar.procedure.rulesets import ruleset, rulesets
from jospar.rules.core.ruleset import RulesetError
from tests.rules.made import RULES


def test_our_own() -> None:
    """It is there without anybody's doing, and read once."""
    assert ruleset("kz-2023") == RULES
    assert ruleset("kz-2023") is ruleset("kz-2023")


def test_an_administrators_file(settings: Settings, tmp_path: Path) -> None:
    """A file in the installation's directory stands before ours."""
    settings.RULESETS = tmp_path
    content = RULES.content.replace('code = "kz-2023"', 'code = "kz-2031"', 1)
    (tmp_path / "kz-2031.toml").write_text(content, encoding="utf-8")
    assert ruleset("kz-2031").code == "kz-2031"


def test_a_ruleset_that_lacks_a_provision(settings: Settings, tmp_path: Path) -> None:
    """A ruleset has to state every provision that an act stands on."""
    settings.RULESETS = tmp_path
    content = RULES.content.replace('code = "kz-2023"', 'code = "kz-2031"', 1)
    content = content.replace('code = "concepts.late"', 'code = "concepts.other"')
    (tmp_path / "kz-2031.toml").write_text(content, encoding="utf-8")
    with pytest.raises(RulesetError) as error:
        ruleset("kz-2031")
    assert str(error.value) == (
        "The ruleset “kz-2031” lacks the provisions ('concepts.late',)."
    )


def test_no_ruleset() -> None:
    """One that is not there is told by its name."""
    with pytest.raises(RulesetError) as error:
        ruleset("xx-1999")
    assert "xx-1999" in str(error.value)


def test_all_rulesets_that_are_in_order(settings: Settings, tmp_path: Path) -> None:
    """Ours and the administrator's; what is no ruleset is left out."""
    settings.RULESETS = tmp_path / "nowhere"
    assert [rules.code for rules in rulesets()] == ["kz-2023"]
    settings.RULESETS = tmp_path
    content = RULES.content.replace('code = "kz-2023"', 'code = "kz-2031"', 1)
    (tmp_path / "kz-2031.toml").write_text(content, encoding="utf-8")
    (tmp_path / "broken.toml").write_text("code = 7", encoding="utf-8")
    (tmp_path / "other name.toml").write_text(content, encoding="utf-8")
    assert [rules.code for rules in rulesets()] == ["kz-2023", "kz-2031"]
