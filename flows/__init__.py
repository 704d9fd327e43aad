"""Prefect lives here and nowhere else: the pipeline's steps as tasks of a flow.

`refresh` is the flow, `steps` makes tasks of the pipeline's steps, `telling` and `progress` put into the UI what they
did, `sole` keeps a data folder to one run at a time, `server` and `serving` bring a server and a schedule of one's own,
`shards` spreads work over many processes, `catalog` keeps the title index fresh.

Importing this package, before Prefect itself, turns off what Prefect sends to the outside. What a person has set stays.
"""

import os

# Read by Prefect while it is imported: no analytics, no server heartbeat to a telemetry host, no advertising in the UI.
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT", "false")
# What the pipeline logs shows in the UI, beside the tasks.
os.environ.setdefault("PREFECT_LOGGING_EXTRA_LOGGERS", "enrich")
# The pipeline may also run outside a flow in a process that has imported this; Prefect has no place for its words then.
os.environ.setdefault("PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW", "ignore")
