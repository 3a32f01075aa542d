-- accepted
-- uses: x.h.hh_id link, x.h.type group, x.t exists, x.t.bedrag class, x.t.hh_id link
SELECT u.type, u.klasse, COUNT(*) AS n FROM (SELECT h.type, CASE WHEN t.bedrag > 250 THEN '> 250' WHEN NOT t.bedrag > 100 THEN '<= 100' ELSE '> 100 <= 250' END AS klasse FROM x.h AS h JOIN x.t AS t ON t.hh_id = h.hh_id) AS u GROUP BY u.type, u.klasse
