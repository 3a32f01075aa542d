-- accepted
-- uses: x.h.type group
-- one row for each household already: nothing is left out
SELECT type, COUNT(*) AS n FROM (SELECT DISTINCT hh_id, type FROM x.h) AS u GROUP BY type
