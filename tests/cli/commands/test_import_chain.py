"""
`kumiai import` executes a chain, and holds the server to recorded answers.

    KUMIAI_EXECUTION_APIS = an archive execution-apis-prague.tar.xz, or a directory with its content
"""

import json
from pathlib import Path

import pytest

from cli.__main__ import main
from tests.cli.conformance.ground import build
from tests.rpc.tracers.test_geth import recorded  # noqa: F401  the fixture

PAGE = Path(__file__).parents[3] / "docs" / "rpc-conformance.md"
AGREEING_MIN = 215  # of 233


def test_every_recorded_answer_agrees_or_is_listed(
    recorded: Path,  # noqa: F811
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """45 blocks from Frontier to Prague, 233 recordings; the page in docs is what comes out."""
    page = tmp_path / "page.md"
    words = ["import", "--genesis", str(recorded / "genesis.json"), str(recorded / "chain.rlp")]
    assert 0 == main([*words, "--replay", str(recorded), "--report", str(page)])
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("45 blocks imported, head 0xe27a3e81")
    agreeing, of, every, *_ = second.split()
    assert ("of", "233", True) == (of, every, int(agreeing) >= AGREEING_MIN)
    assert PAGE.read_text() == page.read_text()


def test_a_difference_without_a_reason_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The status is 1 and the difference is told; a report needs a replay."""
    genesis, chain = build().write(tmp_path)
    (tmp_path / "eth_blockNumber").mkdir()
    (tmp_path / "eth_blockNumber" / "wrong.io").write_text(
        '>> {"jsonrpc":"2.0","id":1,"method":"eth_blockNumber"}\n'
        '<< {"jsonrpc":"2.0","id":1,"result":"0x9"}\n'
    )
    words = ["import", "--genesis", str(genesis), str(chain)]
    assert 1 == main([*words, "--replay", str(tmp_path)])
    out = capsys.readouterr().out
    assert "0 of 1 recordings agree" in out
    assert "eth_blockNumber/wrong differs without a listed reason" in out
    assert 1 == main([*words, "--replay", str(tmp_path), "--json"])
    told = json.loads(capsys.readouterr().out)
    assert (6, 0, 1) == (told["height"], told["agreeing"], told["recorded"])
    assert ["eth_blockNumber/wrong"] == [line.split()[0] for line in told["unexplained"]]
    assert 2 == main([*words, "--report", "x.md"])
    assert "--report tells of a replay" in capsys.readouterr().err
