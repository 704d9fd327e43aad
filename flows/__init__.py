"""Prefect lives here and nowhere else: the pipeline's steps as tasks of a flow.

Importing this package, before Prefect itself, turns off what Prefect sends to the outside. What a person has set stays.
"""

import os

# Read by Prefect while it is imported: no analytics, no server heartbeat to a telemetry host.
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
# What the pipeline logs shows in the UI, beside the tasks.
os.environ.setdefault("PREFECT_LOGGING_EXTRA_LOGGERS", "enrich")
