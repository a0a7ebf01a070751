"""The engine: many inputs, every core; what a desk runs over night and can trust in the morning.

    inputs ──▶ window ──▶ workers: read, convert ──▶ goal: put in place, in groups ──▶ journal ──▶ outcomes

The modules, each importing only what stands above it:

    restraint, faults       the limits of one process; what ended a worker or an input, as an error
    job                     what goes to a worker and what comes back: `Job`, `Made`, `Outcome`
    patterns, inputs        what goes in: folders, globs, lists; sorted, without links and sidecars
    places                  where the outputs of an input go
    members                 an input that holds others (ZIP, tar, mbox, JSON Lines)
    work                    in a worker: a job, from its file to its outputs
    pool, futures           executors: own processes; anything with `submit`, such as Dask
    window                  feeds an executor, a bounded number at a time; finds the one input that kills
    journal, quarantine     what happened to each input; a copy of those that cannot be read
    goal                    where outputs go: a folder, an archive
    batch                   all of it together
    tally, report           counts while it runs; the page for the morning

Workers only compute: they read their input and send back bytes. One process
puts them in place, so a killed worker has never left anything anywhere.
"""
