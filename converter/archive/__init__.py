"""The archive: an OCFL 1.1 storage root of articles, with a ledger of what was acknowledged and a catalogue.

From the ground up, each importing only what stands above it in this list:

    inventory   what OCFL says of an object, as a value       layout   where an object lies in the root
    tree        files to be read, on a disk or in a bucket    ledger   the chain of acknowledged versions
    store       the contract of a store, in words             folder, bucket   the two stores
    disk        all that changes a file system                root, staging, group   the steps of a folder's puts
    repair, verify, fixity                                    what a crash left; what is damaged
    events      what was done to a story, and by whom
    catalogue   search, rebuilt from the objects at will
    archive     stories: put, corrected, withdrawn, got back  bags, premis, replication, packs   exchange
"""
