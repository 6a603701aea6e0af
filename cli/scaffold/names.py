"""What a new module may be called, and how its name is written where it stands."""

import builtins
import keyword
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from cli.errors import UsageWrong

NAME: Final = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
NAME_CHARACTERS_MAX: Final = 24  # so that no line of a template outgrows 100
# Words that JavaScript keeps for itself; the TypeScript bundle names a constant after a module.
_SCRIPT_TEXT: Final = (
    "arguments await break case catch class const continue debugger default delete do else enum "
    "eval export extends false finally for function if implements import in instanceof interface "
    "let new null package private protected public return static super switch this throw true "
    "try typeof var void while with yield"
)
SCRIPT_WORDS: Final = frozenset(_SCRIPT_TEXT.split())


@dataclass(frozen=True, slots=True)
class Name:
    """A module's name in its spellings."""

    text: str  # package, command-line word, RPC prefix: `prize_draw`

    @property
    def title(self) -> str:
        """The class: `PrizeDraw`."""
        return "".join(part[:1].upper() + part[1:] for part in self.text.split("_"))

    @property
    def spoken(self) -> str:
        """How a sentence begins with it: `Prize draw`."""
        return self.text.replace("_", " ").capitalize()


def parse_name(text: str, taken: Mapping[str, str]) -> Name:
    """
    Return a name that a module may have.

    `taken` says of names and of classes whose they are. Raises UsageWrong.
    """
    if len(text) > NAME_CHARACTERS_MAX or not NAME.fullmatch(text):
        raise UsageWrong(
            f"a module's name has up to {NAME_CHARACTERS_MAX} of a-z, 0-9 and single _ between "
            f"them, like prize_draw: found {text[:48]!r}"
        )
    name = Name(text)
    if keyword.iskeyword(text) or keyword.issoftkeyword(text) or keyword.iskeyword(name.title):
        raise UsageWrong(f"{text} is a word of Python: choose another name")
    if text in SCRIPT_WORDS:
        raise UsageWrong(f"{text} is a word of JavaScript, which clients speak: choose another")
    if hasattr(builtins, name.title):
        raise UsageWrong(f"the class would be {name.title}, which Python has: choose another name")
    for word in (text, name.title):
        if word in taken:
            raise UsageWrong(f"{word} is {taken[word]}: choose another name")
    return name
