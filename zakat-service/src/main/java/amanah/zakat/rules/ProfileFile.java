package amanah.zakat.rules;

import amanah.zakat.domain.rule.CamelReading;
import amanah.zakat.domain.rule.CropRule;
import amanah.zakat.domain.rule.DebtPolicy;
import amanah.zakat.domain.rule.HawlReading;
import amanah.zakat.domain.rule.IncomeBase;
import amanah.zakat.domain.rule.IncomeNisab;
import amanah.zakat.domain.rule.IncomeRule;
import amanah.zakat.domain.rule.InputRule;
import amanah.zakat.domain.rule.InvestmentRule;
import amanah.zakat.domain.rule.LongTermShares;
import amanah.zakat.domain.rule.MetalAlone;
import amanah.zakat.domain.rule.MineNisab;
import amanah.zakat.domain.rule.MineRule;
import amanah.zakat.domain.rule.NisabBasis;
import amanah.zakat.domain.rule.NisabComparison;
import amanah.zakat.domain.rule.NisabRule;
import amanah.zakat.domain.rule.PriceAge;
import amanah.zakat.domain.rule.Rounding;
import amanah.zakat.domain.rule.RuleSet;
import amanah.zakat.domain.rule.RuleSetId;
import amanah.zakat.domain.rule.Source;
import amanah.zakat.domain.rule.Sourced;
import amanah.zakat.domain.rule.UnusedFields;
import amanah.zakat.domain.rule.WornJewellery;
import amanah.zakat.domain.rule.YearKind;
import amanah.zakat.domain.rule.YearRule;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigResolveOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads one profile file. The key of every rule stands here once, in the order of the files; what a
 * file has besides, and what it lacks, is a fault.
 */
public final class ProfileFile {

  private final ProfileReader read;

  private ProfileFile(ProfileReader read) {
    this.read = read;
  }

  /** The profile in the text of a file of that name. */
  public static Profile parse(String file, String text) {
    return new ProfileFile(new ProfileReader(file, config(file, text))).profile();
  }

  static Profile bundled(String file) {
    try (InputStream in = ProfileFile.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("profile file " + file + " is not in this build");
      }
      return parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("profile file " + file + " cannot be read", unreadable);
    }
  }

  private static Config config(String file, String text) {
    try {
      return ConfigFactory.parseString(text).resolve(ConfigResolveOptions.noSystem());
    } catch (ConfigException malformed) {
      String message = String.valueOf(malformed.getMessage());
      throw new ProfileFault(file, "text", "\"" + message + "\"", "HOCON");
    }
  }

  private Profile profile() {
    RuleSetId id = id();
    RuleSet rules =
        new RuleSet(
            id,
            nisab(),
            year(),
            read.choice("hawl.reading", HawlReading.class),
            read.choice("payment.rounding", Rounding.class),
            read.choice("debts.policy", DebtPolicy.class),
            read.choice("jewellery.worn", WornJewellery.class),
            investments(),
            income(),
            crops(),
            read.percent("rikaz.percent"),
            mines(),
            read.choice("camels.beyond-120", CamelReading.class),
            read.number("fitr.kilograms-per-head", "10"),
            inputs());
    Profile profile = new Profile(rules, read.text("description"));
    read.checkNothingElse();
    return profile;
  }

  private RuleSetId id() {
    RuleSetId id = new RuleSetId(read.text("profile"), read.version());
    String expected = id.profile() + ".v" + id.version() + ".conf";
    if (!read.file().equals(expected)) {
      throw read.fault("profile", id.toString(), "the file's name to be " + expected);
    }
    return id;
  }

  private NisabRule nisab() {
    NisabRule rule =
        new NisabRule(
            read.choice("nisab.basis", NisabBasis.class),
            read.number("nisab.gold-grams", "1000"),
            read.number("nisab.silver-grams", "10000"),
            read.choice("nisab.comparison", NisabComparison.class),
            metalAlone());
    read.checkOrder(
        "nisab.gold-grams",
        rule.goldGrams().value(),
        "less than nisab.silver-grams",
        rule.goldGrams().value().compareTo(rule.silverGrams().value()) < 0);
    return rule;
  }

  /** The first versions of profiles do not say it: they held all wealth against one value. */
  private Sourced<MetalAlone> metalAlone() {
    return read.has("nisab.metal-alone")
        ? read.choice("nisab.metal-alone", MetalAlone.class)
        : new Sourced<>(MetalAlone.BY_VALUE, read.choice("nisab.basis", NisabBasis.class).source());
  }

  private YearRule year() {
    YearRule rule =
        new YearRule(
            read.choice("year.kind", YearKind.class),
            read.percent("year.lunar-percent"),
            read.percent("year.solar-percent"));
    read.checkOrder(
        "year.solar-percent",
        rule.solarRate().value().percent(),
        "more than year.lunar-percent",
        rule.solarRate().value().ratio().compareTo(rule.lunarRate().value().ratio()) > 0);
    return rule;
  }

  private InvestmentRule investments() {
    return new InvestmentRule(
        read.choice("shares.long-term", LongTermShares.class),
        read.percent("shares.proxy-percent"),
        read.percent("pension.proxy-percent"));
  }

  private IncomeRule income() {
    return new IncomeRule(
        read.percent("income.percent"),
        read.choice("income.base", IncomeBase.class),
        incomeNisab());
  }

  private Sourced<IncomeNisab> incomeNisab() {
    Sourced<IncomeNisabKind> kind = read.choice("income.nisab", IncomeNisabKind.class);
    return switch (kind.value()) {
      case OF_WEALTH -> new Sourced<>(new IncomeNisab.OfWealth(), kind.source());
      case PUBLISHED ->
          new Sourced<>(read.incomeNisab("income.nisab-year", "income.nisab-month"), kind.source());
    };
  }

  private CropRule crops() {
    CropRule rule =
        new CropRule(
            read.number("crops.nisab-kilograms", "10000"),
            read.percent("crops.rain-percent"),
            read.percent("crops.irrigated-percent"),
            read.percent("crops.mixed-percent"));
    read.checkOrder(
        "crops.mixed-percent",
        rule.mixedRate().value().percent(),
        "between crops.irrigated-percent and crops.rain-percent",
        rule.irrigatedRate().value().ratio().compareTo(rule.mixedRate().value().ratio()) <= 0
            && rule.mixedRate().value().ratio().compareTo(rule.rainRate().value().ratio()) <= 0);
    return rule;
  }

  private MineRule mines() {
    return new MineRule(read.percent("mines.percent"), read.choice("mines.nisab", MineNisab.class));
  }

  /** The first versions of profiles do not say it: they took what came. */
  private InputRule inputs() {
    Source ours = read.choice("payment.rounding", Rounding.class).source();
    return new InputRule(
        read.has("inputs.price-age-max-days")
            ? read.priceAge("inputs.price-age-max-days")
            : new Sourced<>(PriceAge.UNLIMITED, ours),
        read.has("inputs.unused-fields")
            ? read.choice("inputs.unused-fields", UnusedFields.class)
            : new Sourced<>(UnusedFields.IGNORED, ours));
  }

  /** Where the nisab of income comes from, as a file names it. */
  enum IncomeNisabKind {
    OF_WEALTH,
    PUBLISHED
  }
}
