"""The engine: many inputs, every core; what a desk runs over night and can trust in the morning.

    inputs ──▶ window ──▶ workers: read, convert ──▶ goal: put in place, in groups ──▶ journal ──▶ outcomes

The modules, from the ground up:

    restraint, faults       the limits of one process; what ended a worker or an input, as an error
    job                     what goes to a worker and what comes back: `Job`, `Made`, `Outcome`
    scratch, inputs         what goes in: folders, patterns, lists; sorted on the disk, without links and sidecars
    places                  where the outputs of an input go
    members                 an input that holds others (ZIP, tar, mbox, JSON Lines, messages, feeds)
    work                    in a worker: a job, from its file to its outputs
    pool, serve, here       executors: own processes, forked or started; none at all
    window, cluster         feeds an executor, a bounded number at a time; the executor of many machines
    keeping, journal        what happened to each input, and where that is kept
    quarantine              a copy of each input that could not be read
    goal                    where outputs go: a folder, an archive
    batch, opening          all of it together; from what a caller says to a batch
    arrivals                what comes into folders that are watched
    tally, report           counts while it runs; the page for the morning

Workers only compute: they read their input and send back bytes. One process
puts them in place, so a killed worker has never left anything anywhere.
"""
