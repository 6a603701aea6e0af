"""
Jobs on a Ray cluster: the sandbox is made on whichever node Ray picks.

    provider --Work, Limits--> Ray --task--> node: room, report --> provider

Ray decides where; it is trusted by the provider, the job is not, and runs in the same room as it
would here. Every node needs this package, and what the sandbox needs.
"""

import asyncio
import os
from pathlib import Path
from typing import Any, Final

from agents.provider.sandbox.sandbox import ROOT, Sandbox, SandboxUnavailable
from agents.provider.sandbox.work import End, Limits, Report, Work

LOOPBACK: Final = "127.0.0.1"
QUIET: Final = {
    "RAY_USAGE_STATS_ENABLED": "0",  # nothing is told to anybody
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
    "RAY_DISABLE_IMPORT_WARNING": "1",
}
# Else Ray turns 127.0.0.1 into the machine's own address, and listens on every interface.
ALONE: Final = {"RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0"}


class ClusterMissing(Exception):
    """Ray is not installed, or its cluster cannot be reached."""


class ClusterExecutor:
    """
    Runs jobs as tasks of a Ray cluster.

    With an address it joins that cluster. Without one it starts a cluster of this machine alone,
    on loopback, which ends with the provider.
    """

    def __init__(
        self, place: Path, secrets: tuple[Path, ...], address: str | None, cpus: int
    ) -> None:
        os.environ.update(QUIET if address else QUIET | ALONE)  # read when Ray is imported
        paths = filter(None, (str(ROOT), os.environ.get("PYTHONPATH")))
        os.environ["PYTHONPATH"] = os.pathsep.join(paths)  # where tasks find this package
        try:
            import ray
        except ImportError:
            raise ClusterMissing("Ray is not installed: pip install 'kumiai[ray]'") from None
        self._ray: Any = ray
        fields: dict[str, Any] = {"address": address}
        if address is None:
            fields = {
                "num_cpus": cpus,
                "include_dashboard": False,
                "_node_ip_address": LOOPBACK,
            }
        try:
            ray.init(log_to_driver=False, configure_logging=False, **fields)
        except (ConnectionError, RuntimeError, OSError) as error:
            raise ClusterMissing(f"no Ray cluster at {address or LOOPBACK}: {error}") from error
        self._task = ray.remote(num_cpus=1, max_retries=0)(_run_there)
        self._place, self._secrets = place, secrets

    async def run(self, work: Work, limits: Limits) -> Report:
        """Run a job on some node; raises SandboxUnavailable where that node allows none."""
        there = self._task.remote(str(self._place), self._secrets, work, limits)
        try:
            found: Report = await asyncio.wrap_future(there.future())
        except SandboxUnavailable:
            raise
        except self._ray.exceptions.RayError as error:
            return Report(End.LOST, b"", f"the task was lost: {error}", 0.0, 0.0)
        return found

    async def close(self) -> None:
        """Leave the cluster, or end it where it was started for this provider."""
        await asyncio.to_thread(self._ray.shutdown)


def _run_there(place: str, secrets: tuple[Path, ...], work: Work, limits: Limits) -> Report:
    """Be the task: make a sandbox on this node and run the job in it."""
    return Sandbox(Path(place), secrets).run(work, limits)
