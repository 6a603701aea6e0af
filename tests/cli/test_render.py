"""Renderings are what the modules declare."""

import json
import shutil
from pathlib import Path

import pytest

from cli import render
from cli.protos import CLIENT_WIRE, PROTO, WIRE, proto_path
from modules import MODULES

TREASURY_LAYOUT = Path("modules/treasury/layout.json")


@pytest.fixture
def copy_of_tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A tree with the rendered files only, which a test may spoil."""
    shutil.copytree(render.ROOT / PROTO, tmp_path / PROTO)
    for wire in (WIRE, CLIENT_WIRE):
        shutil.copytree(render.ROOT / wire, tmp_path / wire)
    paths = [path for module in MODULES for path in render.rendered(module)]
    for path in (*paths, *render.pages()):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(render.ROOT / path, tmp_path / path)
    monkeypatch.setattr(render, "ROOT", tmp_path)
    return tmp_path


def test_checked_in_renderings_are_what_the_modules_declare() -> None:
    """Interfaces, ABIs, layouts, pages, protos and generated code say what the code does."""
    assert [] == render.drifted(render.ROOT)


def test_stored_data_and_clients_go_on_working() -> None:
    """Layouts and protos only grow."""
    assert [] == render.objections(render.ROOT)


def test_a_stale_file_is_named(copy_of_tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check says which file differs and what to run."""
    (copy_of_tree / "modules/treasury/README.md").write_text("old")
    assert 1 == render.main(["--check"])
    assert "modules/treasury/README.md is not what its module declares: run make render" in (
        capsys.readouterr().err
    )


def test_a_stale_reference_page_is_named(
    copy_of_tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A method that changed changes the page of methods."""
    (copy_of_tree / render.JSON_RPC_PAGE).write_text("old")
    assert 1 == render.main(["--check"])
    assert "docs/json-rpc.md is not what" in capsys.readouterr().err


@pytest.mark.parametrize(
    "path",
    [
        "client/modules/treasury.py",
        "client/sync/faces.py",
        "client/sync/modules/treasury.py",
        "client/typescript/src/treasury.ts",
        "client/wire/events_pb2.py",
    ],
)
def test_a_stale_client_is_named(
    copy_of_tree: Path, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    """What clients know of a module is what it declares, in every language."""
    (copy_of_tree / path).write_text("old")
    assert 1 == render.main(["--check"])
    assert f"{path} is not what" in capsys.readouterr().err


def test_stale_generated_code_is_named(
    copy_of_tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Code that protoc would write otherwise is stale, too."""
    (copy_of_tree / "rpc/wire/tx_pb2.py").write_text("")
    assert 1 == render.main(["--check"])
    assert "rpc/wire/tx_pb2.py is not what" in capsys.readouterr().err


def test_rendering_mends_what_was_stale(
    copy_of_tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A run writes and names what differs, and nothing else; then the check passes."""
    stale = ["modules/treasury/README.md", "rpc/wire/tx_pb2.py"]
    (copy_of_tree / stale[0]).unlink()
    (copy_of_tree / stale[1]).write_text("")
    assert 0 == render.main([])
    assert stale == capsys.readouterr().out.split()
    assert 0 == render.main(["--check"])


def test_a_layout_that_moves_is_not_written(
    copy_of_tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody overwrites the record of where a chain's data lies by running a command."""
    layout = json.loads((copy_of_tree / TREASURY_LAYOUT).read_text())
    layout["storage"][1]["slot"] = "31"
    (copy_of_tree / TREASURY_LAYOUT).write_text(json.dumps(layout))
    assert 1 == render.main([])
    assert "slot 31 expected, found 32" in capsys.readouterr().err
    assert layout == json.loads((copy_of_tree / TREASURY_LAYOUT).read_text())
    assert 0 == render.main(["--break-compatibility"])
    assert 0 == render.main(["--check"])


def test_a_proto_that_breaks_clients_is_not_written(
    copy_of_tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A field number that meant something else yesterday stops the command."""
    proto = copy_of_tree / proto_path("treasury")
    proto.write_text(proto.read_text().replace("base_fee_burn_bps = 1", "other_bps = 1"))
    assert 1 == render.main([])
    told = capsys.readouterr().err
    assert "FIELD_SAME_NAME kumiai.treasury.v1.TreasuryParams.other_bps: other_bps expected" in told
    allowed = copy_of_tree / PROTO / "allowed_breaks.toml"
    allowed.write_text(
        "".join(
            f'[[allowed]]\nrule = "{rule}"\nreason = "nobody used it"\n'
            'subject = "kumiai.treasury.v1.TreasuryParams.other_bps"\n'
            for rule in ("FIELD_SAME_NAME", "FIELD_SAME_JSON_NAME")
        )
    )
    assert 0 == render.main([])


def test_a_file_that_nothing_imports_any_more_is_found(
    copy_of_tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Code of a proto file that went away would otherwise stay for ever."""
    (copy_of_tree / WIRE / "gone_pb2.py").write_text("")
    assert 1 == render.main(["--check"])
    assert "rpc/wire/gone_pb2.py is not what" in capsys.readouterr().err
