"""
Whether a node has a home's database open.

The database's own lock says so for sure; HOME/node.json only says which process it probably is,
since a killed node leaves the file behind, and its number may be another process's by now.
"""

from chain.errors import ChainError, StoreInUse
from chain.store.leveldb import LevelStore
from cli.config import NodeConfig
from cli.endpoint import read as read_endpoints
from cli.errors import CommandFailed


def check_stopped(config: NodeConfig) -> None:
    """Raise CommandFailed where a node has this home's database open."""
    if not config.data_dir.exists():
        return
    try:
        LevelStore(config.data_dir).close()
    except StoreInUse as cause:
        raise occupied(config) from cause
    except ChainError:
        return  # damaged: nobody has it open, and whoever opens it next will say what is wrong


def occupied(config: NodeConfig) -> CommandFailed:
    """Return the error of a home that another process uses."""
    running = read_endpoints(config.home)
    process = "" if running is None else f" (process {running.pid})"
    return CommandFailed(f"a node runs at {config.home}{process}: stop it first")
