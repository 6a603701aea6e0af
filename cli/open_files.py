"""
How many files and connections a process may have open: as many as the system lets it have.

Shells hand on 1,024, the rest of what a user may have being there for the asking; a node with two
thousand clients and a database needs more.
"""

import resource
from typing import Final

OPEN_FILES_MAX: Final = 65_536  # more than every limit of ours together


def raise_open_files() -> int:
    """Ask for the most, and return how many files this process may have open now."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = OPEN_FILES_MAX if hard == resource.RLIM_INFINITY else min(hard, OPEN_FILES_MAX)
    if soft == resource.RLIM_INFINITY or soft >= most:
        return soft
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    return most
