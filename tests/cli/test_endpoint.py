"""Where a home's node is found."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cli import endpoint
from cli.endpoint import Endpoints


def _endpoints(pid: int) -> Endpoints:
    return Endpoints(pid, "http://127.0.0.1:1", "ws://127.0.0.1:1", "127.0.0.1:2", 7)


def test_what_a_running_node_wrote_is_read(tmp_path: Path) -> None:
    """A home whose node lives says where it listens, until the node takes it back."""
    endpoint.write(tmp_path, _endpoints(os.getpid()))
    assert _endpoints(os.getpid()) == endpoint.read(tmp_path)
    endpoint.remove(tmp_path)
    assert endpoint.read(tmp_path) is None


def test_the_file_of_a_killed_node_is_not_believed(tmp_path: Path) -> None:
    """A process that is gone is no node, whatever it left behind."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    endpoint.write(tmp_path, _endpoints(process.pid))
    assert endpoint.read(tmp_path) is None


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"pid": "x"}'])
def test_a_file_that_no_node_wrote_names_no_node(tmp_path: Path, text: str) -> None:
    """Rubbish in the file is no node, and no crash."""
    (tmp_path / endpoint.FILE_NAME).write_text(text)
    assert endpoint.read(tmp_path) is None
