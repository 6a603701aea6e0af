"""The kinds of jobs that there are, by name."""

from collections.abc import Mapping

from agents.provider.runners.embed import EmbedRunner, installed_models
from agents.provider.runners.execution import ExecRunner
from agents.provider.runners.runner import Runner


def runners() -> Mapping[str, Runner]:
    """Return every kind that this machine can run."""
    found: tuple[Runner, ...] = (EmbedRunner(installed_models()), ExecRunner())
    return {runner.kind: runner for runner in found}
