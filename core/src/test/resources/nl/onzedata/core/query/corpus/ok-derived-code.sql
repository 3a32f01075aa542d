-- accepted
-- uses: x.h.spaart filter, x.h.type group
-- a derived text is compared with its own codes
SELECT type, COUNT(*) FILTER (WHERE spaart = 'veel') AS n FROM x.h GROUP BY type
