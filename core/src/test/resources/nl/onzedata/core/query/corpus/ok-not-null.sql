-- accepted
SELECT type, COUNT(*) AS n FROM x.h WHERE NOT (type = NULL) GROUP BY type
