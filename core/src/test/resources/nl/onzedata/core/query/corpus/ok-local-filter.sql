-- accepted
-- uses: x.p.vaak filter, x.p.wijk group
-- who came three times or more, who never, and all
SELECT wijk, COUNT(*) AS n, COUNT(*) FILTER (WHERE vaak >= 3) AS veel, COUNT(*) FILTER (WHERE vaak < 1) AS nooit FROM x.p GROUP BY wijk
