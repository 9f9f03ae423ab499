-- Who keeps away from an object (回避制度, 三): asked when an inspector is to be named for it.
create index recusal_object on recusal (object_no);
