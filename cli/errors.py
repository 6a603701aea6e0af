"""What goes wrong at the command line: each message is one line that says what to do next."""

from chain.errors import ChainError


class CommandFailed(ChainError):
    """The command could not do what was asked; the message ends with what to do."""


class UsageWrong(CommandFailed):
    """The command was not given what it takes (exit status 2)."""


class ConfigInvalid(CommandFailed):
    """A config file that does not say what a config file may say."""
