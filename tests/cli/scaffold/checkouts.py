"""Checkouts for tests: a small one to spoil, and a copy of this one."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
REGISTER = '''"""Modules."""

from chain.kit.module import Module
from modules.draw2.module import Draw2
from modules.mint.module import Mint

MODULES: tuple[type[Module], ...] = (
    Draw2,
    Mint,
)
'''
PAGE = '"""A page."""\n\n\nclass {}(Module, address={}):\n    """A module."""\n'
LEFT_OUT = shutil.ignore_patterns(
    "node_modules", ".*", "__pycache__", "*.egg-info", "build", "dist"
)


def small_checkout(root: Path) -> Path:
    """Write what makes a directory a checkout, with two modules."""
    texts = {
        "modules/__init__.py": REGISTER,
        "modules/draw2/module.py": PAGE.format("Draw2", "0x0B00"),
        "modules/mint/module.py": PAGE.format("Mint", "0x0808"),
        "modules/mint/schedule.py": '"""No page."""\n',
        "tests/modules/stage.py": "",
        "cli/render.py": "",
        "rpc/__init__.py": "",
        "proto/kumiai/blocks/v1/blocks.proto": "",
    }
    for path, text in texts.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return root


def copy_of_checkout(root: Path) -> Path:
    """Copy this checkout, as far as it is kept in version control where there is one."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\0")
    names = [name for name in listed if name and (ROOT / name).exists()]
    if not names:
        shutil.copytree(ROOT, root, symlinks=True, ignore=LEFT_OUT, dirs_exist_ok=True)
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, root / name, follow_symlinks=False)
    return root
