"""`enrich`: from lists of papers to tables about those papers.

The rooms, in the order in which data walks through them:

1. `documents`   bytes                 -> Document
2. `mentions`    Document              -> Mention      (pure)
3. `identities`  Mention + Candidate   -> Identity     (pure)
4. `metadata`    Identity + Lookup     -> rows         (pure)
5. `tables`      rows                  -> data/processed/<version>/*.parquet

`sources` is the outside world that offers candidates and facts, `pipeline` the one place that joins the rooms.
"""
