-- accepted
-- uses: x.h.hh_id link, x.h.type group, x.t exists, x.t.hh_id link, x.t.soort filter
-- those without, and those with another allowance, or of an unknown kind
SELECT type, COUNT(*) AS n FROM x.h AS h WHERE hh_id NOT IN (SELECT hh_id FROM x.t WHERE soort = 'huurtoeslag') GROUP BY type
