"""
Where strangers' programs run: alone, without a network, and within limits.

    provider --Work, Limits--> sandbox --process--> launcher --namespaces--> warden (process 1)
                                                                              |  fork, exec
    provider <--Report: how it ended, its output-- warden <---watches--- the job's processes
"""
