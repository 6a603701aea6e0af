"""The README's walk-through is run as it stands, and its two languages tell the same story."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.devnet import ENVIRONMENT, ROOT, Devnet

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(180)]
COMMAND = re.compile(r"^\$ (kumiai .*)$", re.MULTILINE)
FENCE = re.compile(r"^```(?:console|python|solidity)$.*?^```$", re.MULTILINE | re.DOTALL)


def commands(page: str) -> list[str]:
    """Return the commands that a page tells its reader to type."""
    return COMMAND.findall((ROOT / page).read_text())


def type_in(command: str, home: Path) -> str:
    """Run a command as a shell does, against the node of a home."""
    shim = f'kumiai() {{ "{sys.executable}" -m cli "$@"; }}'
    done = subprocess.run(
        ["bash", "-c", f"{shim}; {command}"],
        capture_output=True,
        text=True,
        env={**ENVIRONMENT, "KUMIAI_HOME": str(home)},
        cwd=ROOT,
        timeout=90,
        check=False,
    )
    assert 0 == done.returncode, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


def test_the_walk_through_is_true(tmp_path):
    """Each command of the README succeeds, and the fee is 2.5 % before the vote and 3 % after."""
    with Devnet(tmp_path / "home") as devnet:
        printed = {}
        for number, command in enumerate(commands("README.md")):
            printed[number, command] = type_in(command, devnet.home)
    texts = list(printed.items())
    quote = next(text for (_, command), text in texts if " quote " in command)
    assert "0.24 KUM" in quote and "2.5 %" in quote
    proposal = next(text for (_, command), text in texts if "governance proposal" in command)
    assert "EXECUTED" == json.loads(proposal)["status"]
    params = next(text for (_, command), text in texts if "model_fees params" in command)
    assert 300 == json.loads(params)["protocol_fee_bps"]
    payments = [text for (_, command), text in texts if " pay_for_use " in command]
    assert "2.5 %" in payments[0] and "3 %" in payments[1]


def links(text: str) -> set[str]:
    """Return where a page leads, a page in either language as the English one, without itself."""
    found = re.findall(r"\]\(([^)]+)\)", text)
    return {link.replace(".ja.md", ".md") for link in found} - {"README.md"}


def test_both_languages_show_the_same():
    """README.ja.md has the same commands, code, headings and links as README.md."""
    english, japanese = ((ROOT / page).read_text() for page in ("README.md", "README.ja.md"))
    assert commands("README.md") == commands("README.ja.md")
    assert FENCE.findall(english) == FENCE.findall(japanese)
    assert english.count("\n## ") == japanese.count("\n## ")
    assert links(english) == links(japanese)


@pytest.mark.parametrize("page", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_every_link_leads_somewhere(page):
    """What a page links to is in the tree."""
    for target in re.findall(r"\]\(([^)#]+)\)", (ROOT / page).read_text()):
        assert (ROOT / target).exists(), f"{page} links to {target}"
