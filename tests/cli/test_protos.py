"""What protoc makes of the proto files, and where it lies."""

import subprocess
from pathlib import Path

import pytest

from cli.protos import CLIENT_WIRE, PROTO, WIRE, descriptors, generated, proto_path
from rpc.wire import events_pb2, tx_pb2

ROOT = Path(__file__).parents[2]


def test_every_package_lies_in_a_directory_of_its_version() -> None:
    """As buf wants it: the path of a file follows from its package."""
    found = descriptors(ROOT).file
    assert len(found) > 20
    for file in found:
        name, version = file.package.split(".")[1:]
        assert f"kumiai/{name}/{version}/{name}.proto" == file.name
        assert (ROOT / PROTO / file.name).is_file()
    assert Path("proto/kumiai/tx/v1/tx.proto") == proto_path("tx")


def test_the_stubs_know_the_files_by_the_paths_that_clients_compile() -> None:
    """So a client's own code of the same files can live in one process with ours."""
    assert "kumiai/tx/v1/tx.proto" == tx_pb2.DESCRIPTOR.name
    assert ["kumiai/blocks/v1/blocks.proto", "kumiai/errors/v1/errors.proto"] == [
        file.name for file in events_pb2.DESCRIPTOR.dependencies
    ]


def test_the_stubs_import_each_other_where_they_lie() -> None:
    """protoc would have them import a package `kumiai`, which is not installed."""
    texts = generated(ROOT)
    assert {path.parent for path in texts} == {
        *(WIRE, CLIENT_WIRE, Path("consensus/net/wire"), Path("consensus/host/wire"))
    }
    assert "from rpc.wire import blocks_pb2 as" in texts[WIRE / "tx_pb2.py"]
    assert "from client.wire import blocks_pb2 as" in texts[CLIENT_WIRE / "events_pb2.py"]
    assert not [path for path, text in texts.items() if "from kumiai" in text]


def test_a_file_that_protoc_refuses_stops_it(tmp_path: Path) -> None:
    """Nothing is written of a tree that does not compile."""
    broken = tmp_path / PROTO / "kumiai" / "broken.proto"
    broken.parent.mkdir(parents=True)
    broken.write_text("message {")
    with pytest.raises(subprocess.CalledProcessError):
        descriptors(tmp_path)
    with pytest.raises(subprocess.CalledProcessError):
        generated(tmp_path)
