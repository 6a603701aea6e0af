"""
A new module before it is written: the text of each file, by its path in the checkout.

    name, address --templates--> modules/<name>/__init__.py, module.py
                                 tests/modules/<name>/test_module.py
    modules/__init__.py --registered--> the same with one module more
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Final

from chain.types.primitives import Address
from cli.errors import CommandFailed
from cli.files import write_atomically
from cli.scaffold.checkout import REGISTER, Checkout
from cli.scaffold.names import Name
from cli.scaffold.register import registered

TEMPLATES: Final = Path(__file__).parent / "templates"
PLACES: Final = {
    "package.template": "modules/{}/__init__.py",
    "module.template": "modules/{}/module.py",
    "test_module.template": "tests/modules/{}/test_module.py",
}
FILE_MODE: Final = 0o644
# What the test imports of the page, besides the classes that are called after the module.
IMPORTED: Final = ("Holding", "Taken", "TooLittle")
_WORD: Final = re.compile(r"\b[A-Z]\w*")


@dataclass(frozen=True, slots=True)
class Draft:
    """What will be written."""

    new: Mapping[Path, str]
    changed: Mapping[Path, str]

    def write(self, checkout: Checkout) -> None:
        """
        Write the files, last of all the register, which makes the module one of the chain's.

        Raises CommandFailed, before anything is written, where a file is there already.
        """
        for path in self.new:
            if (checkout.root / path).exists():
                raise CommandFailed(f"{path} is there already: move it away or choose another name")
        for path, text in (*self.new.items(), *self.changed.items()):
            target = checkout.root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(target, text.encode(), mode=FILE_MODE)


def draft(checkout: Checkout, name: Name, address: Address) -> Draft:
    """Return the files of a new module; raises CommandFailed where the register is unreadable."""
    words = {
        "name": name.text,
        "title": name.title,
        "spoken": name.spoken,
        "address": f"0x{int.from_bytes(address, 'big'):04X}",
        "imports": _imports(name),
    }
    new = {
        Path(place.format(name.text)): Template((TEMPLATES / file).read_text()).substitute(words)
        for file, place in PLACES.items()
    }
    register = registered((checkout.root / REGISTER).read_text(), name)
    return Draft(new, {REGISTER: register})


def template_words() -> dict[str, str]:
    """Return the names that the templates use: a module called so would hide one of them."""
    texts = ((TEMPLATES / file).read_text() for file in PLACES)
    return dict.fromkeys(
        {word for text in texts for word in _WORD.findall(text)}, "a name that a new page uses"
    )


def _imports(name: Name) -> str:
    """The lines of the test's import, in the order that linters keep: constants stand first."""
    own = (name.title, f"{name.title}Genesis", f"{name.title}Params")
    ordered = sorted((*IMPORTED, *own), key=lambda word: (not _is_constant(word), word.lower()))
    return "\n".join(f"    {word}," for word in ordered)


def _is_constant(word: str) -> bool:
    return len(word) > 1 and word.isupper()
