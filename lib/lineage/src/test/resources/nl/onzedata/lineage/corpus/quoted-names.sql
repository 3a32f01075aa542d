-- direct: type <- x.h.type IDENTITY
-- indirect: x.h.type GROUP_BY
-- rows: x.h
-- named: x.h.type:GROUP x.h.type:SELECT
SELECT "type", count(*) AS "n" FROM "x"."h" GROUP BY "type"
