"""BagIt bags (RFC 8493): how stories leave an archive and how they come in.

names     paths as a bag may have them, and the folders of objects     findings  what can be wrong, with codes
tags      the lines of `bagit.txt`, `bag-info.txt`, manifests           packaged  a bag in one ZIP or tar file
reading   a bag, checked whole, of every version from 0.93 to 1.0       writing   a bag of version 1.0
export    objects of an archive into a bag                              intake    a bag into an archive
"""
