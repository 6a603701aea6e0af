"""
Tell the stories of the markets: one devnet each, from the listing to the last coin.

    python -m tests.stories.run            all of them     (make stories)
    python -m tests.stories.run lease      one of them

Prints what happens as it happens, then every party's income statement, checked to the wei: a
balance that the chain's own records do not add up to ends the story with exit code 1. So does
anything of what its people kept to themselves, in an export of the whole chain.
"""

import argparse
import importlib
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

from rich.console import Console

from tests.stories.books import Books, Statement
from tests.stories.privacy import blocks_of, check_privacy, exported, state_of
from tests.stories.stage import StoryChain

STORIES: Final = (
    "lease",
    "device",
    "credential",
    "bisection",
    "jury",
    "job",
    "training",
    "data",
    "model",
    "derivative",
)

console = Console(highlight=False, soft_wrap=True)


def main() -> int:
    """Tell the stories that were asked for; 0 when all books are right."""
    parser = argparse.ArgumentParser(prog="tests.stories.run", description=__doc__)
    parser.add_argument("stories", nargs="*", choices=[*STORIES, []], help="default: all")
    wanted = parser.parse_args().stories or STORIES
    for name in wanted:
        with tempfile.TemporaryDirectory() as directory:
            tell(name, Path(directory) / "home")
    return 0


def tell(name: str, home: Path) -> dict[str, Statement]:
    """Tell one story and return everybody's statement; raises what goes wrong in it."""
    story: Any = importlib.import_module(f"tests.stories.{name}")
    title = " ".join(story.__doc__.partition("\n\n")[0].split())
    console.print(f"\n[bold]{title}[/bold]")
    with StoryChain(home, story.PEOPLE, story.HURRY) as chain:
        books = Books(chain)
        story.tell(chain, lambda line: console.print(f"  block {chain.height:>5}  {line}"))
        statements = books.close()
        blocks = blocks_of(chain)
    console.print("  [bold]income statements, in coins[/bold]")
    for statement in statements.values():
        console.print("\n".join(statement.lines()))
    console.print(f"  every balance is what the chain's records add up to, to the wei: {name}")
    searched = check_privacy(exported(blocks, state_of(home)), chain.secrets)
    kept = len(chain.secrets)
    console.print(f"  {searched:,} bytes of blocks and state hold none of {kept:,} secrets: {name}")
    return statements


if __name__ == "__main__":
    sys.exit(main())
