"""
The garbage collector in a process that executes blocks: seldom, and not over what stays.

    start of a process --calm--> what is there is left alone, the rest is looked at less often

Python's collector walks over containers that may refer to one another in a circle. Execution makes
hundreds a transaction, nearly none of them in a circle, and with Python's own settings a third of
an execution's time goes into looking for one. A failed call leaves one: its error knows the frames
that it came through. Those are found by the next look at young objects.
"""

import gc
from typing import Final

# Containers made and not yet gone, until young ones are looked at; looks at young ones until those
# that outlived one are; and those until all are.
YOUNG_MAX: Final = 20_000  # some megabytes
YOUNG_LOOKS: Final = 20
OLDER_LOOKS: Final = 50


def calm() -> None:
    """Collect once, let what is left stay unseen, and look less often from now on."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG_MAX, YOUNG_LOOKS, OLDER_LOOKS)
