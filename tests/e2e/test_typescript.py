"""The TypeScript bundle as its users have it: packed, checked against viem, used at a chain."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from cli.devnet import CHAIN_ID_DEFAULT, dev_accounts
from cli.renderings.typescript import HOME, NAME
from client import Wallet
from client.modules.model_fees import Voucher
from tests.e2e.devnet import ROOT, Devnet
from tests.npm.packages import HERE, node_program, npm_package

pytestmark = [pytest.mark.e2e, pytest.mark.npm]

NODE_MAJOR = 18
TARGET = "0x1212121212121212121212121212121212121212"


def run(directory: Path, *command: str) -> str:
    """Return what a program prints; the test fails where it does."""
    done = subprocess.run(
        command, cwd=directory, capture_output=True, text=True, timeout=110, check=False
    )
    assert 0 == done.returncode, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A project that has viem and the packed bundle, and a program of its own."""
    if shutil.which("npm") is None:
        pytest.skip("npm is missing: install Node.js")
    compiler = npm_package("typescript") / "bin" / "tsc"
    source, home = tmp_path_factory.mktemp("bundle"), tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / HOME, source / NAME, ignore=shutil.ignore_patterns("dist"))
    (source / "node_modules").mkdir()
    (source / "node_modules" / "viem").symlink_to(npm_package("viem"))
    run(source / NAME, node_program(NODE_MAJOR), str(compiler), "-p", ".")
    packed = run(source / NAME, "npm", "pack", "--ignore-scripts", "--offline", "--silent").strip()
    modules = home / "node_modules"
    modules.mkdir()
    for name in ("viem", "@types"):
        if (HERE / "node_modules" / name).exists():
            (modules / name).symlink_to(HERE / "node_modules" / name)
    shutil.unpack_archive(source / NAME / packed, home, "gztar")
    (home / "package").rename(modules / NAME)
    shutil.copy(Path(__file__).parent / "clients" / "bundle.ts", home / "bundle.ts")
    (home / "package.json").write_text('{"type": "module"}\n')
    (home / "node.d.ts").write_text("declare const process: { argv: string[] };\n")
    return home, compiler


def test_the_bundle_type_checks_against_viem_and_reads_writes_and_signs(project, tmp_path):
    """What is wrong does not compile, and what compiles reads, writes and signs as Python does."""
    home, compiler = project
    node = node_program(NODE_MAJOR)
    options = ("--strict", "--module", "nodenext", "--target", "es2022", "--skipLibCheck")
    run(home, node, str(compiler), *options, "bundle.ts", "node.d.ts")
    account = dev_accounts()[3]
    with Devnet(tmp_path / "devnet") as devnet:
        url, key = devnet.endpoints["rpc"], "0x" + account.private_key.hex()
        found = json.loads(run(home, node, "bundle.js", url, key, TARGET))
        assert hex(12_345) == devnet.call("eth_getBalance", TARGET, "latest")
    voucher = Voucher(1, 2, 3, 4, 5, 6, 0, 0, 0, 0, 0, 7, b"\x08" * 32)
    signature = voucher.sign(Wallet(account.private_key), CHAIN_ID_DEFAULT)
    assert {
        "bidsMax": "20",
        "moved": "12345",
        "to": TARGET,
        "kind": 1,
        "signature": "0x" + signature.hex(),
    } == found
