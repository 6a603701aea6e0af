"""Where jobs run: on this machine, or on the machines of a Ray cluster; in a sandbox on either."""
